<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>{title}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeStripe</name>
    <message>
        <source>PRACTICE — nothing reaches Google</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>I have seen it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {expected} scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>scanned, %n more than expected</source>
        <translation>
            <numerusform>scanned, %n more than expected</numerusform>
            <numerusform>scanned, %n more than expected</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}. {code}. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictStrip</name>
    <message>
        <source>{title}. {code}. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>domain</name>
    <message>
        <source>14 digits: not clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 digits: an IMEISV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label of zeros names no phone. Scan the box's own IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API not enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the newest terms in the zero-touch portal, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account not linked (403)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already in another batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already in this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IMEI has 15 digits. Scan the barcode labelled IMEI again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error without a status of its own; the message says what it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unknown error, without a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the data. Close it, then scan the last box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another ztdesk is sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the administrator: the service account must be linked in the portal, and the partner id be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the customer for a new pre-provisioning token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your Google contact to raise the limit, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the capitals, the maker and the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the customer and the partner id, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key file and this PC's clock, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key file and this PC's clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a customer first, then scan this box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed by one of your vendors: you may release it, then claim it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close its window, or let it finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost after the request was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost before the request was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of a newer program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device limit reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EID of the eSIM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable the Android Device Provisioning Partner API in the Cloud project, wait a minute, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every failed device is in another live batch already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the customers again and open the batch for the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held by another company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held by another customer of yours: release it first, then claim it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held through another reseller: only they can release it; you cannot even find it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI. This PC claimed it before, for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifier refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifiers do not belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal error (500)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on by itself in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on by itself when the service is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on by itself when the sign-in service is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is looked up what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent several times and is not on file there. Set the phone aside and show it to your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its owner or reseller must release it first. Set the phone aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known under another maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MEID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MEID refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manufacturer and model do not belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No right to do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict from the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a valid IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found at the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed here. Scan the barcode labelled IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {position} of the open batch {batch} for {name}. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {position} of the queued batch {batch} for {name}. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another batch, then scan this box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations are not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner id cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission is denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress 100 long before the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provisioning token refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provisioning token revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt is not usable here: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results lack rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry it once. If it fails again, show it to your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run ztdesk setup --partner-id ID --service-account FILE first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIM card number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan one box at a time; check the maker and the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the barcode labelled IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the box again, or scan its IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the box again. Is the label really an IMEI?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the box again; check the maker, and the model of a serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanned just now as number {position}. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Scanned {count} days ago as number {position}. Nothing was added.</source>
        <translation>
            <numerusform>Scanned a day ago as number {position}. Nothing was added.</numerusform>
            <numerusform>Scanned {count} days ago as number {position}. Nothing was added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scanned {count} hours ago as number {position}. Nothing was added.</source>
        <translation>
            <numerusform>Scanned an hour ago as number {position}. Nothing was added.</numerusform>
            <numerusform>Scanned {count} hours ago as number {position}. Nothing was added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scanned {count} minutes ago as number {position}. Nothing was added.</source>
        <translation>
            <numerusform>Scanned a minute ago as number {position}. Nothing was added.</numerusform>
            <numerusform>Scanned {count} minutes ago as number {position}. Nothing was added.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scanning goes on; everything is sent when the network is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service out of reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service overloaded (503)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the phone aside and show this to your supervisor: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the phone aside. Check that the customer is one of ours and that the device is not another's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in is not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in no longer accepted (401)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop scanning and call IT. Keep the folder: the journal in it can be recovered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check digit does not fit. Scan the barcode labelled IMEI again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder cannot be written to. Ask IT to check its rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is of version {found}, this program knows up to {known}. Install the newer ztdesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is on file with another maker. Retry without a maker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device limit is exceeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then scan the last box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reports a fault ({reason}). Stop scanning and call IT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The identifier is refused although its check digit is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manufacturer is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice service does not run ({reason}). Close the window and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pre-provisioning token is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pre-provisioning token was revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scanner sent nothing. Scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section cannot be claimed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service answered {status}. Show it to your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service asks for patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service failed on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gave no verdict. The device is being looked up; do not send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gives no verdict at all for this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service said: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window needs system libraries that are missing here ({names}), install them with: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window needs system libraries that are missing here, please install them: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no batch {batch} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), start ztdesk in a desktop session or use its command line: ztdesk --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of this program. Report it with the batch number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no label of a phone. Scan the barcode labelled IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a serial number. Scan the IMEI, or give the batch a maker and model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be an IMEI without its check digit, or another number. Scan the IMEI with 15 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number has a software version where the check digit belongs. Scan the IMEI with 15 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run of digits is longer than an IMEI. Scan the barcode labelled IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station takes no command cards. Use the buttons below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests (429)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the built-in model name, not the one on the advert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the maker's built-in name, or scan the IMEI without a maker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a service account's key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not the JSON key of a service account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {reason}. Choose the service account's key file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}. Check the folder and its rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is neither https nor http on this PC: tokens would travel in the open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a number of digits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
